metodbank.take("texts/2","846efef0",["","","",""])
