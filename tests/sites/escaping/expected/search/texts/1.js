metodbank.take("texts/1","5f73999c",["","","",""])
