metodbank.take("texts/4","4693692b",["",""])
