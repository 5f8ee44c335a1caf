metodbank.take("texts/1","3e26ee3b",["","","",""])
