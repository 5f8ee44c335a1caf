metodbank.take("texts/2","9691d84e",[""])
