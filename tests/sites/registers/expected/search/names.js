metodbank.take("names","88cbbb09",["pair",{}])
