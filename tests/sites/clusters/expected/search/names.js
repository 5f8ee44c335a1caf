metodbank.take("names","6751cc2d",["",{}])
