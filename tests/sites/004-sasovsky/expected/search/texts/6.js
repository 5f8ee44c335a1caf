metodbank.take("texts/6","3e26ee3b",["",""])
