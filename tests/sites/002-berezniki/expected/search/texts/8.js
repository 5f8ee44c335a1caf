metodbank.take("texts/8","8cc36765",[""])
