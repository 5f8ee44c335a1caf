metodbank.take("texts/3","6751cc2d",["",""])
