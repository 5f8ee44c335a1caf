metodbank.take("texts/1","88cbbb09",["","","",""])
