metodbank.take("texts/2","8ed592cf",["","","",""])
