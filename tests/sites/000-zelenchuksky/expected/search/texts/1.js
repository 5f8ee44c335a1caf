metodbank.take("texts/1","4693692b",["","","",""])
