metodbank.take("names","e3b0c442",["",{}])
