metodbank.take("texts/4","0ce3bf3a",["",""])
