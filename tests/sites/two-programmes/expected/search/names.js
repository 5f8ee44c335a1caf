metodbank.take("names","b84e50b5",["both other",{}])
