metodbank.take("texts/1","8ed592cf",["","","",""])
