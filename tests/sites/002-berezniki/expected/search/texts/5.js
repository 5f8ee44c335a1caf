metodbank.take("texts/5","846efef0",["","","",""])
