metodbank.take("texts/2","b161ee85",[""])
