metodbank.take("texts/1","0ce3bf3a",["","","",""])
