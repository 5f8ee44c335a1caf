metodbank.take("texts/2","3e26ee3b",["","","",""])
