metodbank.take("texts/1","8cc63919",["","","",""])
