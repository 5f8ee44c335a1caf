metodbank.take("texts/8","846efef0",["",""])
