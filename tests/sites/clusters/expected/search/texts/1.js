metodbank.take("texts/1","6751cc2d",["Утвердить.","","",""])
