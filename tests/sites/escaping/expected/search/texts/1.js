metodbank.take("texts/1","9691d84e",["","","",""])
