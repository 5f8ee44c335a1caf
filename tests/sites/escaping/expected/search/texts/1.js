metodbank.take("texts/1","e6ffb12f",["","","",""])
