metodbank.take("texts/2","4693692b",["","","",""])
