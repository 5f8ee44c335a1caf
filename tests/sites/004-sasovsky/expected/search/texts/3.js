metodbank.take("texts/3","3e26ee3b",["","","",""])
