metodbank.take("texts/4","468871cd",["","","",""])
