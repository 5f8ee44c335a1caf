metodbank.take("texts/5","468871cd",["","","",""])
