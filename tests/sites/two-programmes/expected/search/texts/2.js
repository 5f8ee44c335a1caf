metodbank.take("texts/2","b84e50b5",[""])
