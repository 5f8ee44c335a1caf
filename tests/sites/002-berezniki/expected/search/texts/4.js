metodbank.take("texts/4","846efef0",["","","",""])
