metodbank.take("texts/2","468871cd",["","","",""])
