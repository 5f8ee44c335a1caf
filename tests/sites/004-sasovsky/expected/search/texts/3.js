metodbank.take("texts/3","8ed592cf",["","","",""])
