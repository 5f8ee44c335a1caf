metodbank.take("texts/4","8ed592cf",["","","",""])
