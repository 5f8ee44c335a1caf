metodbank.take("texts/2","6751cc2d",["","","",""])
