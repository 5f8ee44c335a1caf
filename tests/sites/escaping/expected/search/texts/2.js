metodbank.take("texts/2","5f73999c",["","","",""])
