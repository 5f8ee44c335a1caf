metodbank.take("texts/4","88cbbb09",["","",""])
