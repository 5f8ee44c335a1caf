metodbank.take("texts/7","468871cd",["",""])
