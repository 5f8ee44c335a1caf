metodbank.take("texts/3","846efef0",["","","",""])
