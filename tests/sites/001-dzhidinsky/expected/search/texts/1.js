metodbank.take("texts/1","468871cd",["","","",""])
