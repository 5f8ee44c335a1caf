metodbank.take("texts/1","d9875f2a",["",""])
