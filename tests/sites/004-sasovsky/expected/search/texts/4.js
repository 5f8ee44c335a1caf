metodbank.take("texts/4","3e26ee3b",["","","",""])
