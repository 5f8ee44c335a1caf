metodbank.take("texts/1","72c5361c",[""])
