metodbank.take("texts/6","468871cd",["","","",""])
