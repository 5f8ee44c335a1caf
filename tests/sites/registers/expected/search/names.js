metodbank.take("names","0ce3bf3a",["pair",{}])
