metodbank.take("texts/1","846efef0",["","","",""])
