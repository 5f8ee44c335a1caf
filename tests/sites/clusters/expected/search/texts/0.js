metodbank.take("texts/0","6751cc2d",["","","",""])
