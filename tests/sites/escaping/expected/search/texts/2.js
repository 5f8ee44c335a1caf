metodbank.take("texts/2","e6ffb12f",["","","",""])
